"""Tables of text whose rows may not fit their headings; the form on the site reads the same."""

JOINED = {
    "KPI,Actual\nfw1,1,200\nco1,50\n": ["1200", "50"],
    "KPI,Actual,Unit\nfw1,1,200,weeks\nco1,50,hours\n": ["1200", "50"],
    "KPI,Actual,Comments\nfw1,1,200\nco1,50,ok\n": ["1200", "50"],
    "KPI,Actual,Comments\nfw1,1,200,\nco1,50,ok\n": ["1200", "50"],
    "KPI,Actual,Comments\nfw1,1,200,fine\nco1,50,ok\n": ["1200", "50"],
    "KPI,Target,Actual,Comments\nfw1,1,200,40\nco1,50,60,ok\n": ["40", "60"],
    "KPI,Actual\nle1,£1,200,500\nco1,50\n": ["1200500", "50"],
    "KPI,Actual,Target\nfw1,1,200,2,500\nco1,50,60\n": ["1200", "50"],
    "KPI,Actual\nfw1,1,200 weeks\nco1,50\n": ["1200", "50"],
}
"""A figure of the first row stands in two cells; what the figures are once they are put together."""
UNFIT = [
    "KPI,Actual\nfw1,1,20\n",
    "KPI,Actual,Comments\nfw1,40,two of them, new\n",
    "KPI;Actual\nfw1;40;120\n",
    "KPI,Actual,People,Comments\nfw1,1,200,300\n",
]
"""The row fits its headings in no way that is known."""
FIT = [
    "KPI,Actual,People,\nfw1,40,120,\nco1,50,,\n",
    "KPI,Actual,Comments\nfw1,40,ok,\nco1,50,ok\n",
    'KPI,Actual\nfw1,"40"\nco1,"50"\n',
]
"""Figures beside figures, and a comma at the end of a row: 40 and 50."""
