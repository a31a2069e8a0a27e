-- What the values of each authority come to: of one kind, framework, edition, method, price year and status each.
-- hidden_lines: lines of the same framework, edition and status whose quantity is hidden. They are not in the sum.
WITH hidden AS (
  SELECT authority, dimension, member, framework, edition, status, COUNT(*) AS hidden_lines
  FROM told_members
  WHERE hidden
  GROUP BY authority, dimension, member, framework, edition, status
),
sums AS (
  SELECT
    authority, dimension, member, framework, edition, method, local_means, kind, price_year, real_year, deflator_vintage, status, invented,
    COUNT(*) AS lines,
    SUM(CAST(gross_pence AS DECIMAL(38, 0))) AS gross_pence,
    SUM(CAST(deducted_pence AS DECIMAL(38, 0))) AS deducted_pence,
    SUM(CAST(net_pence AS DECIMAL(38, 0))) AS net_pence,
    SUM(CAST(real_pence AS DECIMAL(38, 0))) AS real_pence,
    CASE COUNT(DISTINCT NULLIF(bound, '')) WHEN 0 THEN '' WHEN 1 THEN MAX(bound) ELSE 'about' END AS bound
  FROM valued_members
  GROUP BY
    authority, dimension, member, framework, edition, method, local_means, kind, price_year, real_year, deflator_vintage, status, invented
)
SELECT
  sums.authority, sums.dimension, sums.member, sums.framework, sums.edition, sums.method, sums.local_means, sums.kind,
  sums.price_year, sums.real_year, sums.deflator_vintage, sums.status, sums.invented, sums.lines,
  sums.gross_pence, sums.deducted_pence, sums.net_pence, sums.real_pence, sums.bound,
  COALESCE(hidden.hidden_lines, 0) AS hidden_lines
FROM sums
LEFT JOIN hidden
  ON hidden.authority = sums.authority AND hidden.dimension = sums.dimension AND hidden.member = sums.member
  AND hidden.framework = sums.framework AND hidden.edition = sums.edition AND hidden.status = sums.status
