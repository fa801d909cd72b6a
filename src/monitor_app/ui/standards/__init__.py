"""Standards: browse and search the library; a coordinator confirms or corrects a provision with its source."""
