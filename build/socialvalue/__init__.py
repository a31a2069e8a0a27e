"""Open Social Value: check, value and publish what public projects give back.

Read run.py first. The rooms, in order: load -> check -> value -> publish. They share only domain/ and records/.
"""
