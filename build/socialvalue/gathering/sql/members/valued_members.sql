-- Each counted value once for everything, and once for each of its year, area, measure and organisation that it names.
SELECT 'all' AS dimension, 'all' AS member, valued.* FROM valued WHERE counted
UNION ALL
SELECT 'year' AS dimension, year AS member, valued.* FROM valued WHERE counted
UNION ALL
SELECT 'area' AS dimension, area AS member, valued.* FROM valued WHERE counted AND area <> ''
UNION ALL
SELECT 'measure' AS dimension, measure AS member, valued.* FROM valued WHERE counted
UNION ALL
SELECT 'organisation' AS dimension, organisation AS member, valued.* FROM valued WHERE counted AND organisation <> ''
