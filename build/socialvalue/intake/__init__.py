"""Above the rooms: from the workbooks and tables that people have to the folders of returns. See importing.py."""
