"""How people write thousands and millions in a heading, and what is left of it; the form on the site reads the same."""

SAID = {
    "Actual £k": ("£k", "Actual"),
    "Actual (£000)": ("£k", "Actual"),
    "Actual £’000s": ("£k", "Actual"),
    "£ K": ("£k", ""),
    "GBP k": ("£k", ""),
    "k£": ("£k", ""),
    "Actual kGBP": ("£k", "Actual"),
    "Spend £ (thousands)": ("£k", "Spend"),
    "Spend (£ in thousands)": ("£k", "Spend"),
    "Amount in thousands of pounds": ("£k", "Amount in"),
    "Actual £m": ("£m", "Actual"),
    "Value, £ million": ("£m", "Value"),
    "£'000,000": ("£m", ""),
    "Value £bn": ("£bn", "Value"),
    "Spend (thousands)": ("thousands", "Spend"),
    "Actual (k)": ("thousands", "Actual"),
    "Actual (m)": ("millions", "Actual"),
    "Number (000s)": ("thousands", "Number"),
    "x1000": ("thousands", ""),
    "Hours in thousands": ("thousands", "Hours"),
}
NOT_SAID = [
    *("Actual", "Actual £", "Amount (£)", "£1m", "Spend over £5,000", "£5,000 grants", "£ per km", "£ M&E", "5,000 £"),
    *("£ maximum", "Men", "weeks", "Milestones", "Knowledge", "1000 homes", "No. (#)"),
]
