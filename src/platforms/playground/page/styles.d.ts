/** Style sheets are imported for the bundler; they bring nothing into the code. */
declare module '*.css';
