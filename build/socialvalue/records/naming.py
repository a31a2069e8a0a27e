"""What a name may be that becomes a folder and an address."""

NAME_CHARACTERS = 60
"""The longest name of a project, a period or anything else that becomes an address."""
