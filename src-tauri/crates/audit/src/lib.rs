//! An independent attacker on published tables. Shares no code with the protector.
