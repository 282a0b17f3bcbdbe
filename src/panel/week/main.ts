import '../base.css';
import './week';
