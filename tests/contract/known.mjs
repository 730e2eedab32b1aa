// Where the server is known to answer otherwise than the document says: operation, then the name of the refusal that does not come as
// it should, and what comes instead. A row whose refusal comes after all is a failure, so that this list only grows shorter.

export const known = {
  // By path: any method that is not allowed there.
  otherMethods: { '/api/v1/session': 'it is told that there is no such path', '/api/v1/session/password': 'it is told that there is no such path' },
  signIn: { 'a wrong password after too many': 'the answer has no Retry-After' },
  stageImport: {
    'a file that there is not': 'the refusal names "file", which no member is called',
  },
};
