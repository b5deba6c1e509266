"""The risk model: trained, judged, kept without pickle. The only door to scikit-learn.

What is scored is named for what it is (late filing, no report, disclosure faults, distress). A score
orders the officer's queue and decides nothing.
"""
