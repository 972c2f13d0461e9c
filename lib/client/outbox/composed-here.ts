const here = new Set<string>()

/** This page composed the pesan of this `client_id`, and not another tab of the same person. */
export const noteComposed = (clientId: string): void => void here.add(clientId)

export const isComposedHere = (clientId: string): boolean => here.has(clientId)
