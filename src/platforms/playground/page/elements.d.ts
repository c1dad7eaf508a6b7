/** The custom elements of the Discord package that the page uses, as JSX knows them. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Element<More> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & More;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'discord-messages': Element<{ 'light-theme'?: boolean | undefined; 'no-background'?: boolean }>;
      'discord-message': Element<{
        author: string;
        avatar: string;
        bot?: boolean;
        timestamp: string;
      }>;
      'discord-reply': Element<{ author: string; avatar: string; bot?: boolean; mentions?: boolean }>;
      'discord-command': Element<{ author: string; avatar: string; command: string }>;
    }
  }
}
