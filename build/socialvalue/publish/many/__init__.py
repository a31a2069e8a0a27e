"""The site of many authorities: the same frame, words and looks, around what each of them publishes itself."""
