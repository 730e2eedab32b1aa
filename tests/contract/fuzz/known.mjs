// What the fuzz has found and nobody has mended yet: requests that are not asked. Each entry says which and why; none is the aim.
//
//   of     the operationId, or "METHOD /path" of the public listener
//   asks   (request) => whether it is one of those
//   why    what is wrong, in one line
export const knownFindings = [];

export const isKnown = (id) => (request) => knownFindings.some(({ of, asks }) => of === id && asks(request));
