import type { Images } from '../../scripts/files/images.ts'
import { inEnglish } from '../../scripts/messages/wording.ts'

/** Why a picture of an article is left out, as a reader sees it; nothing where it is shown. */
export function faultOf({ placed }: Pick<Images, 'placed'>, url: string): string | undefined {
  const image = placed.get(url)
  const fault = image && 'fault' in image ? image.fault : undefined
  return typeof fault === 'object' ? inEnglish(fault) : fault
}
