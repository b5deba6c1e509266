"""What the office does: takes in, inspects, decides, publishes; by web, command line and schedule."""
