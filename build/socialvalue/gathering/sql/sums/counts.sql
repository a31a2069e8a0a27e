-- How much each authority counted of a measure: of one framework, edition, method, unit and status each.
-- Counts on one day and records are never added, so they are not here. hidden_lines are not in the sum.
-- By organisation there would be as many rows as lines: whoever wants those takes the Parquet.
SELECT
  authority, dimension, member, framework, edition, measure, method, local_means, unit, status, invented,
  COUNT(CASE WHEN counted THEN 1 END) AS lines,
  SUM(CASE WHEN counted THEN CAST(quantity_millionths AS DECIMAL(38, 0)) END) AS quantity_millionths,
  CASE COUNT(DISTINCT CASE WHEN counted THEN NULLIF(bound, '') END)
    WHEN 0 THEN '' WHEN 1 THEN MAX(CASE WHEN counted THEN bound ELSE '' END) ELSE 'about' END AS bound,
  COUNT(CASE WHEN hidden THEN 1 END) AS hidden_lines
FROM told_members
WHERE adds_up = 'flow' AND dimension IN ('all', 'year', 'area') AND (counted OR hidden)
GROUP BY authority, dimension, member, framework, edition, measure, method, local_means, unit, status, invented
