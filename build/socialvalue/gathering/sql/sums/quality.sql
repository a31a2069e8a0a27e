-- How sure the lines of each authority are. Every published line counts once, hidden and corrected ones too.
SELECT
  authority,
  COUNT(*) AS lines,
  COUNT(CASE WHEN hidden THEN 1 END) AS hidden,
  COUNT(CASE WHEN status = 'verified' THEN 1 END) AS verified,
  COUNT(CASE WHEN status = 'evidenced' THEN 1 END) AS evidenced,
  COUNT(CASE WHEN has_evidence THEN 1 END) AS with_evidence,
  COUNT(CASE WHEN submitted THEN 1 END) AS submitted
FROM told
GROUP BY authority
