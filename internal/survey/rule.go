package survey

var personRules []Rule
