// Drafting
