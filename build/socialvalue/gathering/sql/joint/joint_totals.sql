-- What several authorities come to together: only where kind, framework, edition, method, meaning of local, prices and status agree.
-- What its own authority calls invented is added to nothing real.
SELECT
  dimension, member, framework, edition, method, local_means, kind, price_year, real_year, deflator_vintage, status, invented,
  COUNT(*) AS authorities,
  CAST(SUM(lines) AS DECIMAL(38, 0)) AS lines,
  CAST(SUM(gross_pence) AS DECIMAL(38, 0)) AS gross_pence,
  CAST(SUM(deducted_pence) AS DECIMAL(38, 0)) AS deducted_pence,
  CAST(SUM(net_pence) AS DECIMAL(38, 0)) AS net_pence,
  CAST(SUM(real_pence) AS DECIMAL(38, 0)) AS real_pence,
  CASE COUNT(DISTINCT NULLIF(bound, '')) WHEN 0 THEN '' WHEN 1 THEN MAX(bound) ELSE 'about' END AS bound,
  CAST(SUM(hidden_lines) AS DECIMAL(38, 0)) AS hidden_lines
FROM totals
GROUP BY dimension, member, framework, edition, method, local_means, kind, price_year, real_year, deflator_vintage, status, invented
HAVING COUNT(*) > 1
