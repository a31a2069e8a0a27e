"""What stands round each page: the frame of mkdocs, templates, policy, search, redirects, linked data."""
