package intake

// InParallel is for the tests.
var InParallel = inParallel
