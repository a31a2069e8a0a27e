"""The answer to an officer's file, in that file: what is to be done on a first sheet, and the cells marked."""
