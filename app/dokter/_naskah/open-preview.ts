/** How long the address of a preview opens it, in milliseconds. */
const PREVIEW_MS = 60_000

/** Shows a PDF that is still to be made, beside the page; what kept it from being made is thrown on. */
export async function openPreview(make: () => Promise<Blob>): Promise<void> {
  // Opened at once: a window that opens by itself later is held back.
  const tab = window.open('', '_blank')
  try {
    const address = URL.createObjectURL(await make())
    setTimeout(() => URL.revokeObjectURL(address), PREVIEW_MS)
    if (tab) tab.location.href = address
    else window.location.assign(address)
  } catch (error) {
    tab?.close()
    throw error
  }
}
