"""How a file is written, whatever it holds: CSV that opens safely, JSON that is put together from parts."""
