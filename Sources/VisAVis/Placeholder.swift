// VisAVis
