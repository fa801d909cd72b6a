"""Plan: a page that plans a visit or changes the plan of one. The draft is pure; the page joins it to the verbs."""
