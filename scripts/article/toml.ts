import { parse, TomlDate } from 'smol-toml'

/**
 * Reads a TOML text (TOML 1.0). Dates are text, as ISO 8601 has them.
 *
 * @param text TOML
 * @returns the values by their keys; nothing where it is no TOML
 */
export function readToml(text: string): Record<string, unknown> | undefined {
  try {
    return withTextDates(parse(text)) as Record<string, unknown>
  }
  catch {
    return undefined
  }
}

function withTextDates(value: unknown): unknown {
  if (value instanceof TomlDate)
    return value.toISOString()
  if (Array.isArray(value))
    return value.map(withTextDates)
  if (typeof value !== 'object' || value === null)
    return value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, withTextDates(own)]))
}
