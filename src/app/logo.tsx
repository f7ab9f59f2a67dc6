import styles from './shell.module.css';

export function Logo() {
  return <i className={styles['mark']} aria-hidden="true" />;
}
