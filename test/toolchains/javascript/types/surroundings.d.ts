// What examples take from the application around them: plug-ins that it registered, what its middleware added.
import '@fastify/cookie';
import 'express-session';

declare module 'express-session' {
  interface SessionData {
    // biome-ignore lint/suspicious/noExplicitAny: every application keeps its own things in a session
    [name: string]: any;
  }
}

declare global {
  namespace Express {
    interface Request {
      // biome-ignore lint/suspicious/noExplicitAny: added by whichever middleware authenticates
      [name: string]: any;
    }
  }
}
