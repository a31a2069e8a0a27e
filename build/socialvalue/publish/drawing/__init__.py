"""What charts are drawn with: shapes, tiles, files of SVG, and the cells of the tables behind them."""
