package report

// Tables are the tables of numbers, in the order shown. To add one: its columns in data/rules, and a line here.
var Tables = []Numbers{}
