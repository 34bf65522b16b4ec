import { parse, TomlDate } from 'smol-toml'

/**
 * Reads the keys at the top of a TOML text (TOML 1.0). Dates are text, as ISO 8601 has them; tables are passed over.
 *
 * @param text TOML
 * @returns the values by their keys; nothing where it is no TOML
 */
export function readToml(text: string): Record<string, unknown> | undefined {
  try {
    return Object.fromEntries(Object.entries(parse(text)).flatMap(([key, value]) => {
      if (value instanceof TomlDate)
        return [[key, value.toISOString()] as const]
      const isTable = [value].flat().some(one => typeof one === 'object' && !Array.isArray(one))
      return isTable ? [] : [[key, value] as const]
    }))
  }
  catch {
    return undefined
  }
}
