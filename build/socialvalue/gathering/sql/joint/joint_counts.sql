-- How much several authorities counted of one measure: only where its definition, edition, unit and status agree.
-- What its own authority calls invented is added to nothing real.
SELECT
  dimension, member, framework, edition, measure, method, local_means, unit, status, invented,
  COUNT(*) AS authorities,
  CAST(SUM(lines) AS DECIMAL(38, 0)) AS lines,
  CAST(SUM(quantity_millionths) AS DECIMAL(38, 0)) AS quantity_millionths,
  CASE COUNT(DISTINCT NULLIF(bound, '')) WHEN 0 THEN '' WHEN 1 THEN MAX(bound) ELSE 'about' END AS bound,
  CAST(SUM(hidden_lines) AS DECIMAL(38, 0)) AS hidden_lines
FROM counts
GROUP BY dimension, member, framework, edition, measure, method, local_means, unit, status, invented
HAVING COUNT(*) > 1
