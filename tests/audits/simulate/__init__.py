"""Tests of the simulated office."""
