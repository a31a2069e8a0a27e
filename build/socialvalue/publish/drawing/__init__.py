"""How charts are drawn: shapes, tiles, files of SVG, and the tables behind them."""
