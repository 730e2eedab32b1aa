import { lazy, Suspense } from 'react';
import { whenIdle } from '../../components/idle';
import { useTexts } from '../language';
import { shellTexts } from '../texts/shell';
import type { Props } from './AccountSwitcher';
import classes from './shell.module.css';

const AccountSwitcher = lazy(() => whenIdle().then(() => import('./AccountSwitcher')));

/** Which shop the page is about; the list to choose another one from comes after the page. */
export function ShopBox(props: Props) {
  const shell = useTexts(shellTexts);
  const name = props.account?.name ?? shell.allShops;
  return (
    <div className={classes.shops}>
      <Suspense fallback={<div className={classes.shop}>{name}</div>}>
        <AccountSwitcher {...props} />
      </Suspense>
    </div>
  );
}
