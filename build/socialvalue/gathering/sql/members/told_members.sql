-- Each line once for everything, and once for each of its year, area, measure and organisation that it names.
SELECT 'all' AS dimension, 'all' AS member, told.* FROM told
UNION ALL
SELECT 'year' AS dimension, year AS member, told.* FROM told
UNION ALL
SELECT 'area' AS dimension, area AS member, told.* FROM told WHERE area <> ''
UNION ALL
SELECT 'measure' AS dimension, measure AS member, told.* FROM told
UNION ALL
SELECT 'organisation' AS dimension, organisation AS member, told.* FROM told WHERE organisation <> ''
