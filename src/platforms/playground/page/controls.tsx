/** Buttons and menus of both platforms, as elements that a keyboard and a screen reader know. */
import { Menu } from './menu.tsx';

export type Control =
  | {
      readonly kind: 'button';
      readonly key: string;
      readonly label: string;
      readonly id: string;
      readonly style: 'plain' | 'primary' | 'danger';
    }
  | {
      readonly kind: 'menu';
      readonly key: string;
      readonly placeholder: string;
      readonly options: readonly Option[];
    };

export type Option = { readonly label: string; readonly id: string; readonly description?: string };

type Props = {
  readonly controls: readonly Control[];
  readonly platform: 'slack' | 'discord';
  readonly press: (id: string) => void;
};

export function Controls({ controls, platform, press }: Props) {
  return (
    <div className={`controls ${platform}-controls`}>
      {controls.map((control) =>
        control.kind === 'button' ? (
          <button
            type="button"
            key={control.key}
            className={`control ${control.style}`}
            onClick={() => press(control.id)}
          >
            {control.label}
          </button>
        ) : (
          <Menu key={control.key} menu={control} press={press} />
        ),
      )}
    </div>
  );
}
