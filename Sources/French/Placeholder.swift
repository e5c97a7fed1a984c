// French
