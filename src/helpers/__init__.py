"""Helpers of the living book "OPkomst onder de loep"."""
