import BusinessCalendar
import Testing

/// The day an ISO date names; records an issue where it is none.
func date(_ iso: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> LocalDate {
  try #require(LocalDate(iso: iso), sourceLocation: sourceLocation)
}

/// The zone with an IANA name.
func zone(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> TimeZoneRules
{
  try #require(TimeZoneRules(identifier: name), sourceLocation: sourceLocation)
}

/// The moment a text names.
func moment(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  -> LocalDateTime
{
  try #require(LocalDateTime(text), sourceLocation: sourceLocation)
}
