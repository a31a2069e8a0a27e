"""Rules written as data: what is asked of a row, in words that the check and the form on the site both follow."""
