package org.nightjar.inference.internal.schedule;

/** What a queue keeps of one lane. */
final class LaneBook {
  final Returns returns = new Returns();
  int waiting;
  long bytes;
  long cost;
  int running;
}
