// The program averment: picks the command.
int main() { return 2; }
