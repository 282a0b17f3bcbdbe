import '../base.css';
import './match';
