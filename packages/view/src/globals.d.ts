/** Version of this script, set by the build. */
declare const __VERSION__: string;
