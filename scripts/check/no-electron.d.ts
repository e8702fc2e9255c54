// Stands in for the types of the shipped Electron, so that those of the oldest runtime apply alone.
